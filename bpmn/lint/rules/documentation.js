'use strict';

const { documentationOf, isAny } = require('./support');

/** Every process, user task and decision says what it is for, and why. */
module.exports = () => ({
  check(node, reporter) {
    if (isAny(node, ['bpmn:Process', 'bpmn:UserTask', 'bpmn:BusinessRuleTask']) && !documentationOf(node)) {
      reporter.report(node.id, 'Has no documentation: say what it does, and why');
    }
  },
});
