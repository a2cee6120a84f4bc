'use strict';

const { is, isAny } = require('bpmnlint-utils');

/** The text of an element's documentation, empty when there is none. */
function documentationOf(element) {
  return (element.documentation || []).map((each) => each.text || '').join('\n').trim();
}

/** The extension elements of one type, such as camunda:In. */
function extensionsOf(element, type) {
  const values = (element.extensionElements && element.extensionElements.values) || [];
  return values.filter((each) => is(each, type));
}

/** A check that runs once a file, with everything its diagrams draw. */
function onceAFile(check) {
  return {
    check(node, reporter) {
      if (!is(node, 'bpmn:Definitions')) {
        return;
      }
      const drawn = (node.diagrams || []).flatMap((diagram) => (diagram.plane && diagram.plane.planeElement) || []);
      check({
        definitions: node,
        shapes: drawn.filter((each) => is(each, 'bpmndi:BPMNShape') && each.bpmnElement && each.bounds),
        edges: drawn.filter((each) => is(each, 'bpmndi:BPMNEdge') && each.bpmnElement),
      }, reporter);
    },
  };
}

/** Every flow node and sequence flow of every process, at any depth. */
function flowElementsOf(definitions) {
  const inside = (scope) =>
    (scope.flowElements || []).flatMap((element) => [element, ...(element.flowElements ? inside(element) : [])]);
  return (definitions.rootElements || []).filter((root) => is(root, 'bpmn:Process')).flatMap(inside);
}

/** Does the element lie, at any depth, within the other? */
function isWithin(element, container) {
  for (let parent = element && element.$parent; parent; parent = parent.$parent) {
    if (parent === container) {
      return true;
    }
  }
  return false;
}

module.exports = { documentationOf, extensionsOf, flowElementsOf, is, isAny, isWithin, onceAFile };
