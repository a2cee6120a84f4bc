'use strict';

const { is } = require('./support');

/** One executable process a file, its id in kebab-case. That the file has its name is seen by lint.js, which knows the file. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Definitions')) {
      const processes = (node.rootElements || []).filter((root) => is(root, 'bpmn:Process'));
      if (processes.length !== 1) {
        reporter.report(node.id, `Holds ${processes.length} processes instead of one`);
      }
    }
    if (is(node, 'bpmn:Process')) {
      if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(node.id || '')) {
        reporter.report(node.id, 'Process id is not in kebab-case');
      }
      if (!node.isExecutable) {
        reporter.report(node.id, 'Process is not executable');
      }
      if (!(node.name || '').trim()) {
        reporter.report(node.id, 'Process has no name for people');
      }
    }
  },
});
