import webapp from '../../../../assets/webapps.js';

export default webapp('Admin');
