'use strict';

/** How bpmn-js writes labels beside shapes and flows: lines of at most 90 pixels, in letters of 11 pixels. */
const WIDTH = 90;
const LETTER = 5.6;
const LINE = 13;

/** Where the label of an event, a gateway or a flow lies: an estimate, as letters are of different widths. */
function areaOf(drawn) {
  const lengths = linesOf(drawn.bpmnElement.name);
  const width = Math.max(...lengths) * LETTER - 4;
  const height = lengths.length * LINE - 4;
  const { centre, top } = placeOf(drawn);
  return { x: centre - width / 2, y: top + 2, width, height };
}

function placeOf(drawn) {
  const given = drawn.label && drawn.label.bounds;
  if (given) {
    return { centre: given.x + given.width / 2, top: given.y };
  }
  if (drawn.bounds) {
    return { centre: drawn.bounds.x + drawn.bounds.width / 2, top: drawn.bounds.y + drawn.bounds.height };
  }
  const middle = drawn.waypoint.length / 2 - 1;
  const a = drawn.waypoint[Math.floor(middle)];
  const b = drawn.waypoint[Math.ceil(middle + 0.01)];
  const level = Math.abs(a.y - b.y) <= Math.abs(a.x - b.x);
  return level
    ? { centre: (a.x + b.x) / 2, top: (a.y + b.y) / 2 - 25 }
    : { centre: (a.x + b.x) / 2 + 15, top: (a.y + b.y) / 2 - 10 };
}

/** The lengths, in letters, of the lines into which the words are broken. */
function linesOf(name) {
  const lengths = [];
  for (const word of name.trim().split(/\s+/)) {
    const last = lengths.length - 1;
    if (last >= 0 && (lengths[last] + 1 + word.length) * LETTER <= WIDTH) {
      lengths[last] += 1 + word.length;
    } else {
      lengths.push(word.length);
    }
  }
  return lengths;
}

module.exports = { areaOf };
