'use strict';

const assert = require('node:assert/strict');
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { test } = require('node:test');
const { faultsOf } = require('./lint');

function faults(name, text) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lint'));
  try {
    writeFileSync(path.join(folder, name), text);
    return faultsOf(path.join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a file named for its process, without comments, has no fault', () => {
  assert.deepEqual(faults('ask-body.bpmn', '<bpmn:process id="ask-body" isExecutable="true">'), []);
});

test('a file not named for its process is refused', () => {
  assert.match(faults('ask-bodies.bpmn', '<bpmn:process isExecutable="true" id="ask-body">')[0], /holds the process ask-body/);
});

test('an XML comment is refused', () => {
  assert.match(faults('ask-body.bpmn', '<!-- why --><bpmn:process id="ask-body">')[0], /XML comment/);
});
