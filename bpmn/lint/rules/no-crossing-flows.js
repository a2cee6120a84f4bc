'use strict';

const { is, onceAFile } = require('./support');
const { cross, samePoint, segmentsOf, touchingPoints } = require('./geometry');

/**
 * No two flows cross, touch or run on top of each other. Flows out of one element, or into one, may share a stretch and
 * meet, but not cross.
 */
module.exports = () => onceAFile(({ edges }, reporter) => {
  const flows = edges
    .filter((edge) => is(edge.bpmnElement, 'bpmn:SequenceFlow') && (edge.waypoint || []).length > 1)
    .map((edge) => ({ element: edge.bpmnElement, points: edge.waypoint, segments: segmentsOf(edge.waypoint) }));

  flows.forEach((one, i) => flows.slice(i + 1).forEach((other) => {
    if (doCross(one, other)) {
      reporter.report(one.element.id, `Crosses ${other.element.id}`);
    } else if (!haveEndInCommon(one.element, other.element) && doTouch(one, other)) {
      reporter.report(one.element.id, `Touches or covers ${other.element.id}`);
    }
  }));
});

function doCross(one, other) {
  return one.segments.some((a) => other.segments.some((b) => cross(a, b)));
}

/** A line that ends where another starts only docks at the same place. */
function doTouch(one, other) {
  return one.segments.some((a) => other.segments.some((b) =>
    touchingPoints(a, b).some((point) => !(isEndOf(one, point) && isEndOf(other, point)))));
}

function isEndOf({ points }, point) {
  return samePoint(points[0], point) || samePoint(points[points.length - 1], point);
}

function haveEndInCommon(one, other) {
  return one.sourceRef === other.sourceRef || one.targetRef === other.targetRef;
}
