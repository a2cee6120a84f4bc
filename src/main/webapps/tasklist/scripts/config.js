import webapp from '../../../../assets/webapps.js';

export default webapp('Tasklist', {
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'takes the open task for yourself' },
    focusFilter: { key: 'ctrl+shift+f', description: 'goes to the first list' },
    focusList: { key: 'ctrl+alt+l', description: 'goes to the first task' },
    focusForm: { key: 'ctrl+alt+f', description: 'goes to the first field of the form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the window to propose a review' }
  },
  // Dates, folds, and what comes next.
  customScripts: ['scripts/dovetail']
});
