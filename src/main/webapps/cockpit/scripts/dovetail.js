// Leads from Cockpit to the pages of Dovetail and shows them in it: where reviews are on the dashboard, the way a review took beside
// its instance, and how often reviews were put off on the diagram. Nothing is worked out here, and every page is whole without it.

const OVERVIEW = '/overview';
const REVIEW = 'crisis-care-review';

/** A page of ours within Cockpit, with a link to it as a page of its own. */
function show(node, address, title) {
  const link = document.createElement('a');
  link.href = address;
  link.target = '_blank';
  link.textContent = `${title}, as a page of its own`;
  const words = document.createElement('p');
  words.className = 'dovetail-link';
  words.append(link);
  const frame = document.createElement('iframe');
  frame.className = 'dovetail-page';
  frame.title = title;
  frame.src = `${address}?in=cockpit`;
  node.replaceChildren(words, frame);
}

function say(node, sentence) {
  const words = document.createElement('p');
  words.className = 'dovetail-link';
  words.textContent = sentence;
  node.replaceChildren(words);
}

function read(address) {
  return fetch(address, { headers: { Accept: 'application/json' } }).then(answer => {
    if (!answer.ok) {
      throw new Error(`${address}: ${answer.status}`);
    }
    return answer.json();
  });
}

/** Whoever only reads gets no buttons that are for administrators, and no ids: see the style sheet. */
function dress() {
  read('/camunda/api/admin/auth/user/default')
    .then(user =>
      document.documentElement.classList.toggle(
        'dovetail-reader',
        !user.authorizedApps.includes('admin')
      )
    )
    .catch(() => {});
}

// Also where somebody signs in, or signs in as somebody else, without loading the page again.
window.addEventListener('hashchange', dress);
dress();

/** What a link to an instance is called, and what it says where the mouse rests: the review, not an id. */
function nameLinks() {
  document.querySelectorAll('.dovetail-reader .process-instances tbody tr').forEach(row => {
    const link = row.querySelector('td.instance-id a[href]');
    const review = row.querySelector('td.business-key')?.textContent.trim();
    const words = `Open ${review || 'it'}`;
    if (link && link.title !== words) {
      link.title = words;
      link.setAttribute('aria-label', words);
    }
  });
}

new MutationObserver(nameLinks).observe(document.body, { childList: true, subtree: true });

const dashboard = {
  id: 'dovetail-overview',
  pluginPoint: 'cockpit.dashboard',
  render: node => {
    dress();
    show(node, OVERVIEW, 'Where reviews are');
  }
};

const path = {
  id: 'dovetail-path',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 100,
  properties: { label: 'The review' },
  render: (node, { api, processInstanceId }) => {
    read(`${api.engineApi}/process-instance/${processInstanceId}`)
      .then(instance => {
        const address = `/reviews/${encodeURIComponent(instance.businessKey)}/path`;
        return fetch(address, { method: 'HEAD' }).then(answer =>
          answer.ok && instance.businessKey
            ? show(node, address, `The path of ${instance.businessKey}`)
            : say(node, 'This belongs to no single review.')
        );
      })
      .catch(() => say(node, 'The review could not be read. Please load the page again.'));
  }
};

const counts = {
  id: 'dovetail-counts',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  render: (viewer, { processDefinitionId }) => {
    if (!String(processDefinitionId).startsWith(REVIEW)) {
      return;
    }
    read('/overview/deferrals.json').then(times => {
      const overlays = viewer.get('overlays');
      Object.entries(times).forEach(([step, count]) => {
        if (viewer.get('elementRegistry').get(step)) {
          const mark = document.createElement('div');
          mark.className = 'dovetail-count';
          mark.textContent = count === 1 ? 'once' : `${count} times`;
          mark.title = `Reviews were put off here ${count === 1 ? 'once' : `${count} times`}, those counted that have ended`;
          overlays.add(step, 'dovetail-count', { position: { bottom: 12, right: 24 }, html: mark });
        }
      });
    }).catch(() => {});
  }
};

export default [dashboard, path, counts];
