'use strict';

const { is } = require('./support');

/** Messages are named for what has happened: dovetail.deferralRequested. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Message') && !/^dovetail\.[a-z][a-zA-Z0-9]*$/.test(node.name || '')) {
      reporter.report(node.id, `Message is not named dovetail.<camelCase>: ${node.name || ''}`);
    }
  },
});
