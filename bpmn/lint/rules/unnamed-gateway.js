'use strict';

const { is, isAny } = require('./support');

/** Joins, parallel and event-based gateways ask nothing, so they have no name. */
module.exports = () => ({
  check(node, reporter) {
    const asksNothing = isAny(node, ['bpmn:ParallelGateway', 'bpmn:EventBasedGateway'])
      || (is(node, 'bpmn:ExclusiveGateway') && (node.outgoing || []).length < 2);
    if (asksNothing && (node.name || '').trim()) {
      reporter.report(node.id, 'Asks nothing and has a name');
    }
  },
});
