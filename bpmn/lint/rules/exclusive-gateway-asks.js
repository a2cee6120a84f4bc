'use strict';

const { is } = require('./support');

/** An exclusive gateway that parts asks a question, each flow out of it gives an answer, and one of them is the default. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:ExclusiveGateway') || (node.outgoing || []).length < 2) {
      return;
    }
    if (!/\S\?$/.test(node.name || '')) {
      reporter.report(node.id, 'Asks no question: its name ends with a question mark');
    }
    if (!node.default) {
      reporter.report(node.id, 'Has no default flow');
    }
    const answers = node.outgoing.map((flow) => (flow.name || '').trim());
    node.outgoing.forEach((flow, i) => {
      if (!answers[i]) {
        reporter.report(flow.id, `Is no answer to ${node.id}: it has no name`);
      } else if (answers.indexOf(answers[i]) !== i) {
        reporter.report(flow.id, `Gives the same answer to ${node.id} as another flow: ${answers[i]}`);
      }
      if (flow === node.default && flow.conditionExpression) {
        reporter.report(flow.id, 'Is the default and has a condition that is never read');
      }
      if (flow !== node.default && !flow.conditionExpression) {
        reporter.report(flow.id, 'Has no condition and is not the default');
      }
    });
  },
});
