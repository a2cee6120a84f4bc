import webapp from '../../../../assets/webapps.js';

export default webapp('Cockpit', {
  // Our own pages within it.
  customScripts: ['scripts/dovetail']
});
