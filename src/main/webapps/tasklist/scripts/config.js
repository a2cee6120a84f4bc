// The product's name in the title bar, and dates as people in the United Kingdom write them.
export default {
  app: { vendor: 'Dovetail', name: 'Tasklist' },
  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'D MMM YYYY, HH:mm',
    normal: 'D MMMM YYYY, HH:mm',
    long: 'dddd D MMMM YYYY, HH:mm',
    short: 'DD/MM/YYYY'
  },
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'takes the open task for yourself' },
    focusFilter: { key: 'ctrl+shift+f', description: 'goes to the first list' },
    focusList: { key: 'ctrl+alt+l', description: 'goes to the first task' },
    focusForm: { key: 'ctrl+alt+f', description: 'goes to the first field of the form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the window to propose a review' }
  },
  // Dates, folds, and what comes next.
  customScripts: ['scripts/dovetail'],
  locales: { availableLocales: ['en'], fallbackLocale: 'en' }
};
