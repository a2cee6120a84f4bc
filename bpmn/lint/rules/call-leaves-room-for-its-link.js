'use strict';

const { is, onceAFile } = require('./support');
const { overlap } = require('./geometry');
const { areaOf } = require('./labels');

/** Where Cockpit draws the link to what a call leads to: so far from the lower right corner of its box. */
const LINK = { right: -11.5, below: 13.5, width: 20, height: 18.5 };

/** The height of the line in which a frame has its name. */
const TITLE = 18;

/** Nothing that is read or pressed lies under the link that Cockpit draws at a call: no label, no event, no frame's name. */
module.exports = () => onceAFile(({ shapes }, reporter) => {
  const events = shapes.filter((shape) => is(shape.bpmnElement, 'bpmn:Event'));
  const frames = shapes.filter((shape) => is(shape.bpmnElement, 'bpmn:SubProcess'));
  for (const { bpmnElement: call, bounds } of shapes.filter((shape) => is(shape.bpmnElement, 'bpmn:CallActivity'))) {
    const link = { x: bounds.x + bounds.width + LINK.right, y: bounds.y + bounds.height + LINK.below, width: LINK.width, height: LINK.height };
    const covers = (what, { bpmnElement: element }) =>
      reporter.report(element.id, `${what} lies under the link that Cockpit draws at ${call.id}: move it aside`);
    events.filter((event) => touches(event.bounds, link)).forEach((event) => covers('Event', event));
    events.filter((event) => (event.bpmnElement.name || '').trim() && overlap(areaOf(event), link))
      .forEach((event) => covers('Label', event));
    frames.filter((frame) => overlap({ ...frame.bounds, height: TITLE }, link)).forEach((frame) => covers('Name', frame));
  }
});

/** Does the circle within these bounds reach into the rectangle? */
function touches({ x, y, width, height }, area) {
  const centre = { x: x + width / 2, y: y + height / 2 };
  const nearest = {
    x: Math.min(Math.max(centre.x, area.x), area.x + area.width),
    y: Math.min(Math.max(centre.y, area.y), area.y + area.height),
  };
  return Math.hypot(centre.x - nearest.x, centre.y - nearest.y) < width / 2;
}
