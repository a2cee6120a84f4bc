'use strict';

const { is } = require('./support');

/** A timer reads a moment that a bean computed (it alone knows working days): an expression, never a date or a duration. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:TimerEventDefinition')) {
      return;
    }
    const event = node.$parent.id;
    const { timeDate, timeCycle, timeDuration } = node;
    const { body = '' } = timeDate || timeCycle || timeDuration || {};
    if (!/^\$\{[^}]+\}$/.test(body)) {
      reporter.report(event, `Timer does not read a computed moment, such as \${reminderDueAt}: ${body}`);
    } else if (/^\$\{\w+\}$/.test(body) && timeDate && !/DueAt\}$/.test(body)) {
      reporter.report(event, `Timer reads a variable whose name does not end in DueAt: ${body}`);
    }
  },
});
