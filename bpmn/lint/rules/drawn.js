'use strict';

const { flowElementsOf, is, onceAFile } = require('./support');
const { isNear } = require('./geometry');

/** Every flow node has one shape, every flow one line, from its source's border to its target's; nothing is folded away. */
module.exports = () => onceAFile(({ definitions, shapes, edges }, reporter) => {
  const shapesOf = (element) => shapes.filter((each) => each.bpmnElement === element);
  for (const element of flowElementsOf(definitions)) {
    if (is(element, 'bpmn:FlowNode')) {
      const own = shapesOf(element);
      if (own.length !== 1) {
        reporter.report(element.id, `Is drawn ${own.length} times instead of once`);
      } else if (is(element, 'bpmn:SubProcess') && !own[0].isExpanded) {
        reporter.report(element.id, 'Is folded: the picture shows every step');
      }
    } else if (is(element, 'bpmn:SequenceFlow')) {
      const own = edges.filter((each) => each.bpmnElement === element);
      if (own.length !== 1 || (own[0].waypoint || []).length < 2) {
        reporter.report(element.id, 'Is not drawn as one line of at least two points');
        continue;
      }
      const [from] = shapesOf(element.sourceRef);
      const [to] = shapesOf(element.targetRef);
      if (from && !isNear(own[0].waypoint[0], from.bounds, 1)) {
        reporter.report(element.id, `Line does not start at ${element.sourceRef.id}`);
      }
      if (to && !isNear(own[0].waypoint[own[0].waypoint.length - 1], to.bounds, 1)) {
        reporter.report(element.id, `Line does not end at ${element.targetRef.id}`);
      }
    }
  }
});
