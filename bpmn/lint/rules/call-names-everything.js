'use strict';

const { extensionsOf, is } = require('./support');

/** A call names each value that goes in and comes out, and hands on the business key. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:CallActivity')) {
      return;
    }
    const ins = extensionsOf(node, 'camunda:In');
    const outs = extensionsOf(node, 'camunda:Out');
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(node.calledElement || '')) {
      reporter.report(node.id, 'Call names the process it calls, by its id and not by an expression');
    }
    if (!ins.some((each) => each.businessKey)) {
      reporter.report(node.id, 'Call hands on a business key: <camunda:in businessKey="${execution.processBusinessKey}" />');
    }
    for (const mapping of [...ins, ...outs]) {
      if (mapping.variables) {
        reporter.report(node.id, `Call names each value; variables="${mapping.variables}" hides them`);
      } else if (!mapping.businessKey && !(mapping.target && (mapping.source || mapping.sourceExpression))) {
        reporter.report(node.id, 'Each in and out of a call has a source (or sourceExpression) and a target');
      }
    }
  },
});
