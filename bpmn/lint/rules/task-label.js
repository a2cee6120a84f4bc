'use strict';

const { isAny } = require('./support');

/** A task says what is done to what, in at least two words: "Answer the proposal". */
module.exports = () => ({
  check(node, reporter) {
    if (isAny(node, ['bpmn:Task', 'bpmn:CallActivity'])) {
      const words = (node.name || '').trim().split(/\s+/).filter(Boolean);
      if (words.length < 2) {
        reporter.report(node.id, 'Label is not a verb and an object, such as "Answer the proposal"');
      }
    } else if (isAny(node, ['bpmn:SubProcess']) && !(node.name || '').trim()) {
      reporter.report(node.id, 'Subprocess has no name');
    }
  },
});
