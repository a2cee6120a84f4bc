// What Tasklist does not do by itself: a date that is typed becomes the date meant or none, the head of a form folds, what
// can be started is called by what it does, whoever cannot send yet is told what is missing, and whoever sends something is told what was
// sent and what comes next. Everything works without it, only less well.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day that a typed text means.
 *
 * @param {string} text as somebody typed it
 * @param {boolean} monthFirst whether this browser writes the month before the day
 * @returns {Date|null} null where it means none, or not for certain
 */
export function day(text, monthFirst) {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b(\d{1,2})(st|nd|rd|th)\b/g, '$1')
    .replace(/\b(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\b\.?/g, ' ')
    .replace(/\bof\b/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim();
  const parts = words.split(/[\s,./-]+/).filter(part => part);
  if (parts.length === 1 && /^(\d{6}|\d{8})$/.test(parts[0])) {
    parts.splice(0, 1, parts[0].slice(0, 2), parts[0].slice(2, 4), parts[0].slice(4));
  }
  if (parts.length !== 3) {
    return null;
  }
  const named = parts.findIndex(part => /^[a-z]{3,}$/.test(part));
  let order = monthFirst ? ['month', 'day', 'year'] : ['day', 'month', 'year'];
  if (/^\d{4}$/.test(parts[0])) {
    order = ['year', 'month', 'day'];
  } else if (named === 0) {
    order = ['month', 'day', 'year'];
  } else if (named === 1) {
    order = ['day', 'month', 'year'];
  }
  const said = Object.fromEntries(order.map((name, i) => [name, parts[i]]));
  const month = monthNumber(said.month);
  if (!month || !/^\d{1,2}$/.test(said.day) || !/^(\d{2}|\d{4})$/.test(said.year)) {
    return null;
  }
  const year = said.year.length === 2 ? 2000 + Number(said.year) : Number(said.year);
  const date = new Date(year, month - 1, Number(said.day));
  return date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === Number(said.day)
    ? date
    : null;
}

function monthNumber(text) {
  if (/^\d{1,2}$/.test(text)) {
    return Number(text);
  }
  const full = { sept: 'sep' }[text] || text;
  const found = MONTHS.findIndex(month => full.startsWith(month));
  const names = new Intl.DateTimeFormat('en-GB', { month: 'long' });
  const whole = found < 0 ? '' : names.format(new Date(2026, found, 1)).toLowerCase();
  return found >= 0 && whole.startsWith(full) ? found + 1 : 0;
}

function takeDate(input) {
  const picker = input._flatpickr;
  if (!picker || input.disabled || input.readOnly) {
    return;
  }
  const text = input.value.trim();
  const chosen = picker.selectedDates[0];
  if (text === '') {
    // What is said of the text that was taken away stays until something else is typed.
    return;
  }
  if (chosen && text === picker.formatDate(chosen, picker.config.dateFormat)) {
    say(input, '');
    return;
  }
  const date = day(text, /^m/i.test(picker.config.dateFormat) || /^n/i.test(picker.config.dateFormat));
  const written = picker.formatDate(new Date(2026, 11, 24), picker.config.dateFormat);
  const earliest = picker.config.minDate;
  const latest = picker.config.maxDate;
  if (!date || date.getFullYear() < 1900 || date.getFullYear() > 2199) {
    refuse(input, picker, `“${text}” is no date. Please write it like ${written}, or choose it.`);
  } else if (earliest && date < new Date(earliest).setHours(0, 0, 0, 0)) {
    refuse(input, picker, `“${text}” has passed. Please choose a day from today on.`);
  } else if (latest && date > latest) {
    refuse(input, picker, `“${text}” is too late. Please choose an earlier day.`);
  } else {
    picker.setDate(date, true);
    say(input, '');
  }
}

function refuse(input, picker, sentence) {
  picker.clear();
  input.value = '';
  say(input, sentence);
}

/** Beside the field, where a screen reader reads it at once; an empty sentence takes it away. */
function say(input, sentence) {
  const field = input.closest('.fjs-form-field');
  let word = field.querySelector('.dovetail-word');
  if (!word && sentence) {
    word = document.createElement('div');
    word.className = 'dovetail-word';
    word.setAttribute('role', 'alert');
    field.append(word);
  }
  if (word) {
    word.textContent = sentence;
  }
}

function isDate(target) {
  return target instanceof HTMLInputElement && target.closest('.fjs-datepicker') !== null;
}

// Before the picker reads what was typed, and reads something else into it.
document.addEventListener('blur', event => isDate(event.target) && takeDate(event.target), true);
// The picker sends such events by itself too.
document.addEventListener(
  'input',
  event => event.isTrusted && isDate(event.target) && say(event.target, ''),
  true
);
document.addEventListener(
  'keydown',
  event => event.key === 'Enter' && isDate(event.target) && takeDate(event.target),
  true
);

// The guide, what was promised and each postponement are one click away; the questions begin on the first screen.
const FOLDS = '.fjs-container [role=group][aria-labelledby*="Fold_"]';

function foldNew() {
  document.querySelectorAll(FOLDS).forEach(group => {
    const label = group.querySelector(':scope > label');
    if (label && !group.querySelector(':scope > button[aria-expanded]')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label.textContent;
      button.setAttribute('aria-expanded', 'false');
      button.addEventListener('click', () =>
        button.setAttribute('aria-expanded', String(button.getAttribute('aria-expanded') === 'false'))
      );
      group.classList.add('dovetail-fold');
      group.prepend(button);
    }
  });
}

// Managers look for a review by its process's name in Cockpit; whoever begins one is told what they do.
const BEGINNINGS = {
  'Crisis care review': 'Propose a review',
  'County review': 'Announce a county review'
};

function nameBeginnings() {
  document.querySelectorAll('.modal-content .processes a, .modal-content .modal-title').forEach(element => {
    for (const text of element.childNodes) {
      for (const [process, deed] of Object.entries(BEGINNINGS)) {
        if (text.nodeType === Node.TEXT_NODE && text.data.includes(process)) {
          text.data = text.data.replace(process, deed);
        }
      }
    }
  });
}

// Tasklist keeps the names of the orders as they were when the list was drawn; until its words have come, those are their keys.
const ORDERS = {
  CREATION_DATE: 'Created',
  DUE_DATE: 'Due date',
  TASK_NAME: 'Task name',
  ASSIGNEE: 'Assignee'
};

function nameOrders() {
  document.querySelectorAll('.sort-by').forEach(element => {
    for (const text of element.childNodes) {
      const words = ORDERS[text.textContent.trim()];
      if (text.nodeType === Node.TEXT_NODE && words) {
        text.data = words;
      }
    }
  });
}

// What a screen reader says of pictures that can be pressed, and which part of the page is which.
const SAID = [
  ['.sort-direction', 'aria-label', 'Turn the order round'],
  ['.new-sort > .dropdown-toggle', 'aria-label', 'Sort by something else too'],
  ['button[data-region=filters]', 'aria-label', 'Fold or unfold the lists'],
  ['button[data-region=list]', 'aria-label', 'Fold or unfold the steps of the list'],
  ['button.region-toggle[data-region=task]', 'aria-label', 'Fold or unfold the step'],
  ['button.maximize', 'aria-label', 'Use the whole window for the step'],
  ['.three-cols-layout-columns', 'role', 'main'],
  ['[cam-widget-header]', 'role', 'banner'],
  ['[cam-widget-footer]', 'role', 'contentinfo']
];

function sayWhatIsWhat() {
  SAID.forEach(([where, attribute, words]) =>
    document.querySelectorAll(where).forEach(element => {
      if (element.getAttribute(attribute) !== words) {
        element.setAttribute(attribute, words);
      }
    })
  );
  document.querySelectorAll('.modal[role=dialog]').forEach(dialog => {
    const title = dialog.querySelector('.modal-title')?.textContent.trim();
    if (title && dialog.getAttribute('aria-label') !== title) {
      dialog.setAttribute('aria-label', title);
    }
  });
}

// A choice is read with its question, and not only with what can be chosen.
const CHOICES = [
  ['.fjs-form-field-radio', 'radiogroup'],
  ['.fjs-form-field-checklist', 'group']
];
let questions = 0;

function nameChoices() {
  CHOICES.forEach(([where, role]) =>
    document.querySelectorAll(`${where}:not([role])`).forEach(field => {
      const question = field.querySelector(':scope > label:not([for])');
      if (question && !question.querySelector('input')) {
        questions += 1;
        question.id = question.id || `dovetail-question-${questions}`;
        field.setAttribute('role', role);
        field.setAttribute('aria-labelledby', question.id);
      }
    })
  );
}

// What the library says of a field, in our words.
const OF_FIELDS = [
  [/^Field is required\.$/, 'Please fill this in.'],
  [/^Field must have minimum length of (\d+)\.$/, 'Please write at least $1 characters.'],
  [/^Field must have maximum length of (\d+)\.$/, 'Please write at most $1 characters.'],
  [/^Field must have minimum value of (-?\d+)\.$/, 'Please write $1 or more.'],
  [/^Field must have maximum value of (-?\d+)\.$/, 'Please write $1 or less.']
];

function nameFaults() {
  document.querySelectorAll('.fjs-form-field-error li').forEach(fault => {
    for (const text of fault.childNodes) {
      const [pattern, words] = OF_FIELDS.find(([said]) => said.test(text.textContent)) || [];
      if (pattern) {
        text.textContent = text.textContent.replace(pattern, words);
      }
    }
  });
}

// Where a form cannot be sent, Tasklist takes its button away and does not say why.
const SENDS = '.form-actions .btn-primary, .modal-footer .btn-primary[type=submit]';
const FIELDS = '.fjs-form-field:not(.fjs-form-field-grouplike)';

function isEmpty(field) {
  const boxes = [...field.querySelectorAll('input[type=radio], input[type=checkbox]')];
  if (boxes.length > 0) {
    return !boxes.some(box => box.checked);
  }
  if (field.querySelector('.fjs-select-display')) {
    return field.querySelector('.fjs-select-placeholder') !== null;
  }
  if (field.matches('.fjs-form-field-taglist')) {
    return field.querySelector('.fjs-taglist-tag') === null;
  }
  return field.querySelector('input, textarea')?.value.trim() === '';
}

function isToBeFilledIn(field) {
  return (field.querySelector('.fjs-asterix') && isEmpty(field)) || field.querySelector('.fjs-form-field-error') !== null;
}

function nameOf(field) {
  const label = field.querySelector('label').cloneNode(true);
  label.querySelectorAll('.fjs-asterix').forEach(star => star.remove());
  return label.textContent.trim();
}

function sayWhatIsMissing() {
  const send = [...document.querySelectorAll(SENDS)].find(button => button.disabled && button.offsetParent !== null);
  const fields = send
    ? [...document.querySelectorAll(`.fjs-form ${FIELDS}`)].filter(field => field.querySelector('label') && isToBeFilledIn(field))
    : [];
  const names = fields.map(nameOf).join('\n');
  let box = document.querySelector('.dovetail-missing');
  if (box?.dataset.names === names) {
    return;
  }
  box?.remove();
  if (names === '') {
    return;
  }
  box = Object.assign(document.createElement('div'), { className: 'dovetail-missing' });
  box.dataset.names = names;
  box.setAttribute('role', 'status');
  box.append('Please fill in or correct: ');
  fields.forEach((field, i) => {
    const way = Object.assign(document.createElement('button'), { type: 'button', textContent: nameOf(field) });
    way.addEventListener('click', () => field.querySelector('input, textarea, select, [tabindex]')?.focus());
    box.append(i > 0 ? ' · ' : '', way);
  });
  send.closest('.form-actions, .modal-footer').prepend(box);
}

['input', 'change', 'focusout'].forEach(type => document.addEventListener(type, () => setTimeout(sayWhatIsMissing)));

// The window to begin something in would close, and take with it what was typed: its own buttons close it.
document.body.addEventListener('keydown', event => {
  if (event.key === 'Escape' && document.querySelector('.modal .fjs-form')) {
    event.stopPropagation();
  }
});
document.body.addEventListener('click', event => {
  if (event.target instanceof Element && event.target.matches('.modal') && event.target.querySelector('.fjs-form')) {
    event.stopPropagation();
  }
}, true);

// On a telephone the step that was opened is above the lists; whoever was further down is taken to it.
let opened = '';

function goToTheStep() {
  const step = new URLSearchParams(window.location.hash.split('?')[1]).get('task');
  const place = document.querySelector('.task-details');
  if (step && step !== opened && place?.querySelector('h2.task')) {
    opened = step;
    if (window.matchMedia('(max-width: 842px)').matches) {
      place.scrollIntoView();
    }
  }
}

new MutationObserver(() => {
  foldNew();
  nameBeginnings();
  nameOrders();
  sayWhatIsWhat();
  nameChoices();
  nameFaults();
  sayWhatIsMissing();
  goToTheStep();
}).observe(document.body, { childList: true, subtree: true, characterData: true, attributeFilter: ['disabled'] });

// What was sent, and what comes next.
const FORM = /\/(?:task|process-definition)\/[^?]*\/deployed-(?:start-)?form(?:\?|$)/;
const TASK_SENT = /\/task\/([^/]+)\/submit-form(?:\?|$)/;
const STARTED = /\/process-definition\/.*\/submit-form(?:\?|$)/;
const TRIES = 6;
const BETWEEN_TRIES = 700;

let form = '';

function forgetOldFaults() {
  document.querySelectorAll('.page-notifications .alert-danger button.close').forEach(button => button.click());
}

/** That a step is open is said for a while; not any longer than it is. */
function forgetNotices(step) {
  document.querySelectorAll('.page-notifications .alert').forEach(alert => {
    if (alert.querySelector(`a[href*="task=${step}"]`)) {
      alert.querySelectorAll('button.close').forEach(button => button.click());
    }
  });
}

/** Whether it was chosen to do nothing after all. */
function isNothing(body) {
  try {
    return Object.values(JSON.parse(body).variables).some(field => field.value === 'nothing');
  } catch {
    return false;
  }
}

function notice() {
  let box = document.querySelector('.dovetail-sent');
  if (!box) {
    box = document.createElement('div');
    box.className = 'dovetail-sent';
    box.setAttribute('role', 'status');
    document.body.append(box);
  }
  return box;
}

/** Whoever goes on has read it. */
document.addEventListener('input', event => {
  if (event.target instanceof Element && event.target.closest('.fjs-form')) {
    document.querySelector('.dovetail-sent')?.remove();
  }
});

function tell(sentence, next) {
  const box = notice();
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = 'Close';
  close.addEventListener('click', () => box.remove());
  box.replaceChildren(
    Object.assign(document.createElement('p'), { textContent: sentence }),
    Object.assign(document.createElement('p'), { textContent: next }),
    close
  );
}

async function sayWhatComesNext(sent, formId, nothing, sentence = '', tries = TRIES) {
  const about = new URLSearchParams({ form: formId, nothing });
  const answer = await fetched(`/steps/after/${encodeURIComponent(sent)}?${about}`, {
    headers: { Accept: 'application/json' },
    redirect: 'error'
  });
  if (!answer.ok) {
    return;
  }
  const said = await answer.json();
  if (said.next) {
    tell(said.sentence, `Your next step, “${said.next.name}”, is open now.`);
    window.location.href = said.next.address;
    return;
  }
  if (!sentence) {
    tell(said.sentence, '');
  }
  if (tries > 1) {
    setTimeout(() => sayWhatComesNext(sent, formId, nothing, said.sentence, tries - 1), BETWEEN_TRIES);
  } else {
    tell(said.sentence, 'Nothing more is asked of you here at the moment.');
  }
}

// Tasklist fetches a form in one way and sends it in another; both are listened to here.
const fetched = window.fetch;
window.fetch = async function (address, ...rest) {
  const answer = await fetched.call(this, address, ...rest);
  if (FORM.test(String(address))) {
    forgetOldFaults();
    form = await answer
      .clone()
      .json()
      .then(content => content.id)
      .catch(() => '');
  }
  return answer;
};

const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, address, ...rest) {
  const url = String(address);
  if (method.toUpperCase() === 'POST' && (TASK_SENT.test(url) || STARTED.test(url))) {
    const formId = form;
    const send = this.send;
    let nothing = false;
    this.send = function (body) {
      nothing = isNothing(body);
      return send.call(this, body);
    };
    forgetOldFaults();
    this.addEventListener('load', () => {
      if (this.status >= 200 && this.status < 300) {
        const task = url.match(TASK_SENT);
        if (task) {
          forgetNotices(task[1]);
        }
        sayWhatComesNext(task ? task[1] : JSON.parse(this.responseText).id, formId, nothing).catch(() => {});
      }
    });
  }
  return open.call(this, method, address, ...rest);
};
