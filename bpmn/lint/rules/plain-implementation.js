'use strict';

const { is, isAny } = require('./support');

/** Work is done by a bean that is named with its arguments, a decision by a table: no delegate classes, no scripts. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:BusinessRuleTask')) {
      if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(node.decisionRef || '')) {
        reporter.report(node.id, 'Names no decision: camunda:decisionRef is the id of a decision in bpmn/');
      }
    } else if (isAny(node, ['bpmn:ServiceTask', 'bpmn:SendTask'])) {
      if (!/^\$\{.+\}$/s.test(node.expression || '')) {
        reporter.report(node.id, 'Names no bean: camunda:expression is ${bean.method(arguments)}');
      }
    }
    if (is(node, 'camunda:Script') || (is(node, 'bpmn:FormalExpression') && node.language)) {
      reporter.report(nearestId(node), 'Has a script: what is worked out is worked out by a bean');
    }
    if (isAny(node, ['camunda:ExecutionListener', 'camunda:TaskListener']) && (node.class || node.script)) {
      reporter.report(nearestId(node), 'Has a listener that is a class or a script: name a bean in an expression');
    }
  },
});

function nearestId(node) {
  return node.id || (node.$parent ? nearestId(node.$parent) : undefined);
}
