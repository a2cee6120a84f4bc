'use strict';

const { is } = require('./support');

const ONE_BOOLEAN = /^\$\{!?[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)?\}$/;

/** A condition is one boolean or its negation, on a flow out of an exclusive gateway; anything longer is a decision. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:SequenceFlow') || !node.conditionExpression) {
      return;
    }
    const { body = '', language } = node.conditionExpression;
    if (language || !ONE_BOOLEAN.test(body)) {
      reporter.report(node.id, 'Condition is one boolean or its negation, such as ${joined} or ${!answer.joined}; found ' + body);
    }
    if (!is(node.sourceRef, 'bpmn:ExclusiveGateway')) {
      reporter.report(node.id, 'Only flows out of an exclusive gateway have a condition');
    }
  },
});
