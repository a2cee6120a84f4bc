'use strict';

/*
 * Holds every model to the rules: first what only the file itself can tell, then bpmnlint with .bpmnlintrc.
 * Usage: npm --prefix bpmn/lint run lint [-- model.bpmn ...]
 */

const { spawnSync } = require('node:child_process');
const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');

const models = path.resolve(__dirname, '..');

function faultsOf(file) {
  const text = readFileSync(file, 'utf8');
  const name = path.basename(file, '.bpmn');
  const [, id] = /<bpmn:process\s[^>]*?\bid="([^"]*)"/s.exec(text) || [];
  const faults = [];
  if (id !== name) {
    faults.push(`${name}.bpmn holds the process ${id}: the file has the name of its process.`);
  }
  if (text.includes('<!--')) {
    faults.push(`${name}.bpmn has an XML comment, which nobody sees in the diagram: write documentation instead.`);
  }
  return faults;
}

function main(given) {
  const files = given.length
    ? given.map((file) => path.resolve(file))
    : readdirSync(models).filter((file) => file.endsWith('.bpmn')).sort().map((file) => path.join(models, file));
  if (!files.length) {
    console.error(`There is no model in ${models}: nothing to hold to the rules.`);
    return 1;
  }
  const faults = files.flatMap(faultsOf);
  faults.forEach((fault) => console.error(fault));
  const cli = require.resolve('bpmnlint/bin/bpmnlint.js');
  // The rules' names are looked up from here, wherever the command is called from.
  const lint = spawnSync(process.execPath, [cli, '--config', '.bpmnlintrc', ...files.map((file) => path.relative(__dirname, file))],
    { cwd: __dirname, stdio: 'inherit' });
  const clean = !faults.length && lint.status === 0;
  console.log(clean ? `${files.length} models keep the rules.` : 'Some models break the rules: see above.');
  return clean ? 0 : 1;
}

module.exports = { faultsOf };

if (require.main === module) {
  process.exitCode = main(process.argv.slice(2));
}
