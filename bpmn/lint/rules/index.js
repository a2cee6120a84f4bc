'use strict';

const rules = [
  'boolean-condition',
  'call-names-everything',
  'call-leaves-room-for-its-link',
  'documentation',
  'drawn',
  'element-id',
  'exclusive-gateway-asks',
  'label-in-the-clear',
  'message-name',
  'no-crossing-flows',
  'no-flow-through-shape',
  'plain-implementation',
  'process-id',
  'task-label',
  'timer-is-computed',
  'unnamed-gateway',
];

module.exports = {
  configs: {
    recommended: { rules: Object.fromEntries(rules.map((name) => [name, 'error'])) },
  },
  rules: Object.fromEntries(rules.map((name) => [name, `./${name}`])),
};
