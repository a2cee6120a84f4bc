'use strict';

/* What the rules' tests share: small models written down in a line or two, and what one rule says of them. */

const { BpmnModdle } = require('bpmn-moddle');
const { Linter } = require('bpmnlint');

const rule = (name) => require(`./${name}`);

/** A model of one process with this content; drawing is what lies in its plane. */
function model(content, { drawing = '', attributes = 'id="ask-body" name="Ask a body" isExecutable="true"', roots = '' } = {}) {
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
      xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="dovetail">
    ${roots}
    <bpmn:process ${attributes}>${content}</bpmn:process>
    <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="${/id="([^"]*)"/.exec(attributes)[1]}">${drawing}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
  </bpmn:definitions>`;
}

/** A sequence flow, with its ends, and a condition if there is one. */
function flow(id, from, to, { name, condition } = {}) {
  return `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" ${name ? `name="${name}"` : ''}>
    ${condition ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>` : ''}
  </bpmn:sequenceFlow>`;
}

/** The references that a flow node has to its flows. */
function flows({ incoming = [], outgoing = [] }) {
  return incoming.map((id) => `<bpmn:incoming>${id}</bpmn:incoming>`).join('')
    + outgoing.map((id) => `<bpmn:outgoing>${id}</bpmn:outgoing>`).join('');
}

function shape(element, x, y, width = 100, height = 80, more = '') {
  return `<bpmndi:BPMNShape id="shape_${element}" bpmnElement="${element}" ${more}>
    <dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
}

function line(element, ...points) {
  return `<bpmndi:BPMNEdge id="line_${element}" bpmnElement="${element}">
    ${points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}" />`).join('')}</bpmndi:BPMNEdge>`;
}

/** What the rule reports of the model: element and message, a line each. */
async function reports(name, xml) {
  const moddle = new BpmnModdle({ camunda: require('camunda-bpmn-moddle/resources/camunda.json') });
  const { rootElement, warnings } = await moddle.fromXML(xml);
  if (warnings.length) {
    throw new Error(`The trial's own model is wrong: ${warnings.map((each) => each.message)}`);
  }
  const linter = new Linter({
    config: { rules: { [`dovetail/${name}`]: 'error' } },
    resolver: { resolveRule: () => rule(name), resolveConfig: () => ({}) },
  });
  const results = await linter.lint(rootElement);
  return Object.values(results).flat().map(({ id, message }) => `${id}: ${message}`);
}

module.exports = { flow, flows, line, model, reports, shape };
