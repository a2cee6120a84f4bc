'use strict';

const { is } = require('./support');

/** From the most special type to the most general. */
const PREFIXES = [
  ['bpmn:UserTask', 'userTask'],
  ['bpmn:SendTask', 'sendTask'],
  ['bpmn:ServiceTask', 'serviceTask'],
  ['bpmn:ReceiveTask', 'receiveTask'],
  ['bpmn:BusinessRuleTask', 'businessRuleTask'],
  ['bpmn:CallActivity', 'callActivity'],
  ['bpmn:SubProcess', 'subProcess'],
  ['bpmn:Gateway', 'gateway'],
  ['bpmn:StartEvent', 'startEvent'],
  ['bpmn:EndEvent', 'endEvent'],
  ['bpmn:Event', 'event'],
  ['bpmn:SequenceFlow', 'flow'],
  ['bpmn:Message', 'message'],
  ['bpmn:Error', 'error'],
  ['bpmn:Signal', 'signal'],
  ['bpmn:Escalation', 'escalation'],
  ['bpmn:TextAnnotation', 'textAnnotation'],
  ['bpmn:Association', 'association'],
];

/** An id says what the element is and, in a word or two, what for: userTask_answer, gateway_quorumMet. */
module.exports = () => ({
  check(node, reporter) {
    const match = PREFIXES.find(([type]) => is(node, type));
    if (match) {
      const prefix = match[1];
      if (!new RegExp(`^${prefix}_[a-z][a-zA-Z0-9]*$`).test(node.id || '')) {
        reporter.report(node.id, `Id is not ${prefix}_ and a name in camelCase`);
      }
    } else if (is(node, 'bpmn:Activity')) {
      reporter.report(node.id, `Elements of type ${node.$type} are not used here`);
    }
  },
});
