'use strict';

const { is, isAny, isWithin, onceAFile } = require('./support');
const { enters, overlap, segmentsOf } = require('./geometry');
const { areaOf } = require('./labels');

/** The label of an event, gateway or flow can be read: no line and no shape lies on it. Widths are estimates, so this warns. */
module.exports = () => onceAFile(({ shapes, edges }, reporter) => {
  const flows = edges.filter((edge) => is(edge.bpmnElement, 'bpmn:SequenceFlow') && (edge.waypoint || []).length > 1);
  const obstacles = shapes.filter((shape) => is(shape.bpmnElement, 'bpmn:FlowNode'));
  const labels = [...shapes.filter((shape) => isAny(shape.bpmnElement, ['bpmn:Event', 'bpmn:Gateway'])), ...flows]
    .filter((drawn) => (drawn.bpmnElement.name || '').trim())
    .map((drawn) => ({ element: drawn.bpmnElement, area: areaOf(drawn) }));

  labels.forEach(({ element, area }, i) => {
    const line = flows.find((edge) => segmentsOf(edge.waypoint).some((segment) => enters(segment, area)));
    if (line) {
      reporter.report(element.id, `Label lies on the line of ${line.bpmnElement.id}: move it aside`);
    }
    const shape = obstacles.find(({ bpmnElement, bounds }) =>
      bpmnElement !== element && !isWithin(element, bpmnElement) && overlap(area, bounds));
    if (shape) {
      reporter.report(element.id, `Label lies on ${shape.bpmnElement.id}: move it aside`);
    }
    const other = labels.slice(i + 1).find((each) => overlap(area, each.area));
    if (other) {
      reporter.report(element.id, `Label lies on the label of ${other.element.id}: move it aside`);
    }
  });
});
