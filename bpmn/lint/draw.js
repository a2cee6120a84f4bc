'use strict';

/*
 * Draws every model to src/docs/pictures/<process-id>.svg, as bpmn-js shows it, with the SHA-256 of the model in it.
 * Usage: npm --prefix bpmn/lint run draw [-- [--to folder] [--png folder] [model.bpmn ...]]
 *   --png folder   also writes screenshots there, to look at; wide ones are cut into parts as well
 *   --to folder    writes the SVGs there instead
 * The browser is the installed Chromium or Chrome; CHROMIUM names another one.
 */

const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { chromium } = require('playwright-core');

const models = path.resolve(__dirname, '..');
const pictures = path.resolve(__dirname, '../../src/docs/pictures');
const library = path.dirname(require.resolve('bpmn-js/package.json'));
const partWidth = 1400;
const partHeight = 1100;

function browser() {
  const found = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
    .find((each) => each && existsSync(each));
  if (!found) {
    throw new Error('No Chromium found. Install chromium or google-chrome, or set CHROMIUM to the path of one.');
  }
  return found;
}

/** Ids of arrow heads and clips are drawn by lot; always the same lots make always the same picture. */
function alwaysTheSameLots() {
  let seed = 1;
  Math.random = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
}

async function draw(context, file) {
  const xml = readFileSync(file);
  const page = await context.newPage();
  try {
    await page.addInitScript(alwaysTheSameLots);
    await page.goto('about:blank');
    await page.setContent('<div id="canvas" style="width: 1600px; height: 1200px"></div>');
    await page.addStyleTag({ path: path.join(library, 'dist/assets/diagram-js.css') });
    await page.addScriptTag({ path: path.join(library, 'dist/bpmn-viewer.production.min.js') });
    const { svg, warnings } = await page.evaluate(async (text) => {
      const viewer = new window.BpmnJS({ container: '#canvas' });
      const imported = await viewer.importXML(text);
      return { warnings: imported.warnings.map((each) => each.message), ...(await viewer.saveSVG()) };
    }, xml.toString('utf8'));
    if (warnings.length) {
      throw new Error(`${file} cannot be drawn in full:\n${warnings.join('\n')}`);
    }
    const hash = createHash('sha256').update(xml).digest('hex');
    return svg.replace(/<svg [^>]*>/, (opening) => `${opening}\n<metadata>bpmn/${path.basename(file)} sha256:${hash}</metadata>\n`)
      .trimEnd() + '\n';
  } finally {
    await page.close();
  }
}

async function photograph(context, svg, folder, name) {
  const page = await context.newPage();
  try {
    await page.setContent(`<style>body { margin: 0; background: white } svg { display: block }</style>${svg.slice(svg.indexOf('<svg'))}`);
    const { width, height } = await page.evaluate(() => {
      const { width, height } = document.querySelector('svg').getBoundingClientRect();
      return { width: Math.ceil(width), height: Math.ceil(height) };
    });
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
    const columns = Math.ceil(width / partWidth);
    const rows = Math.ceil(height / partHeight);
    for (let row = 0; columns * rows > 1 && row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const x = column * partWidth;
        const y = row * partHeight;
        await page.screenshot({
          path: path.join(folder, `${name}-row${row + 1}-part${column + 1}.png`),
          clip: { x, y, width: Math.min(partWidth, width - x), height: Math.min(partHeight, height - y) },
        });
      }
    }
  } finally {
    await page.close();
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { png: { type: 'string' }, to: { type: 'string' } },
  });
  const files = positionals.length
    ? positionals.map((file) => path.resolve(file))
    : readdirSync(models).filter((file) => file.endsWith('.bpmn')).sort().map((file) => path.join(models, file));
  const target = values.to ? path.resolve(values.to) : pictures;
  mkdirSync(target, { recursive: true });
  if (values.png) {
    mkdirSync(values.png, { recursive: true });
  }
  const chrome = await chromium.launch({
    executablePath: browser(),
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
      '--disable-sync'],
  });
  try {
    // Nothing is fetched from anywhere: all a page needs is handed to it.
    const context = await chrome.newContext({ offline: true });
    for (const file of files) {
      const name = path.basename(file, '.bpmn');
      const svg = await draw(context, file);
      writeFileSync(path.join(target, `${name}.svg`), svg);
      if (values.png) {
        await photograph(context, svg, path.resolve(values.png), name);
      }
      console.log(`Drew ${name}`);
    }
  } finally {
    await chrome.close();
  }
  if (!positionals.length) {
    const gone = readdirSync(target).filter((each) => each.endsWith('.svg') && !existsSync(path.join(models, each.replace(/svg$/, 'bpmn'))));
    gone.forEach((each) => rmSync(path.join(target, each)));
  }
}

main().catch((fault) => {
  console.error(fault.message);
  process.exitCode = 1;
});
