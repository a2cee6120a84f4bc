'use strict';

const { is, isAny, isWithin, onceAFile } = require('./support');
const { enters, segmentsOf } = require('./geometry');

/** A flow touches the shape it comes from and the shape it goes to, and no other. */
module.exports = () => onceAFile(({ edges, shapes }, reporter) => {
  const obstacles = shapes.filter((shape) => isAny(shape.bpmnElement, ['bpmn:FlowNode', 'bpmn:TextAnnotation']));
  for (const edge of edges) {
    const flow = edge.bpmnElement;
    if (!is(flow, 'bpmn:SequenceFlow') || (edge.waypoint || []).length < 2) {
      continue;
    }
    const segments = segmentsOf(edge.waypoint);
    for (const { bpmnElement: element, bounds } of obstacles) {
      if (isWithin(flow, element)) {
        continue;
      }
      // Only the first piece may start at the source, only the last may end at the target.
      const pieces = segments.filter((_, i) =>
        !(element === flow.sourceRef && i === 0) && !(element === flow.targetRef && i === segments.length - 1));
      if (pieces.some((piece) => enters(piece, bounds))) {
        reporter.report(flow.id, `Runs through ${element.id}`);
      }
    }
  }
});
