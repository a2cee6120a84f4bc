'use strict';

/** Which side of the line from a to b the point lies on: above zero left, below zero right, zero on it. */
function side(a, b, point) {
  return Math.sign((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x));
}

function samePoint(a, b) {
  return a.x === b.x && a.y === b.y;
}

function isOn([a, b], point) {
  return side(a, b, point) === 0
    && point.x >= Math.min(a.x, b.x) && point.x <= Math.max(a.x, b.x)
    && point.y >= Math.min(a.y, b.y) && point.y <= Math.max(a.y, b.y);
}

/** The straight pieces of a line of points; pieces without length are left out. */
function segmentsOf(points) {
  return points.slice(1).map((point, i) => [points[i], point]).filter(([a, b]) => !samePoint(a, b));
}

/** Do the two pieces cross, each passing from one side of the other to its other side? */
function cross([a, b], [c, d]) {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** The points in which an end of one piece lies on the other: where they touch, or run on top of each other. */
function touchingPoints(one, other) {
  const points = [...one.filter((point) => isOn(other, point)), ...other.filter((point) => isOn(one, point))];
  return points.filter((point, i) => points.findIndex((each) => samePoint(each, point)) === i);
}

/** Does the piece enter the rectangle? Its border does not count. */
function enters([a, b], { x, y, width, height }) {
  let from = 0;
  let to = 1;
  for (const [start, delta, low, high] of [[a.x, b.x - a.x, x, x + width], [a.y, b.y - a.y, y, y + height]]) {
    if (delta === 0) {
      if (start <= low || start >= high) {
        return false;
      }
    } else {
      const bounds = [(low - start) / delta, (high - start) / delta].sort((p, q) => p - q);
      from = Math.max(from, bounds[0]);
      to = Math.min(to, bounds[1]);
    }
  }
  return from < to;
}

/** Does the point lie in the rectangle or at most so many pixels beside it? */
function isNear(point, { x, y, width, height }, pixels) {
  return point.x >= x - pixels && point.x <= x + width + pixels && point.y >= y - pixels && point.y <= y + height + pixels;
}

/** Do the two rectangles share more than a border? */
function overlap(one, other) {
  return one.x < other.x + other.width && other.x < one.x + one.width
    && one.y < other.y + other.height && other.y < one.y + one.height;
}

module.exports = { cross, enters, isNear, overlap, samePoint, segmentsOf, touchingPoints };
