// What Tasklist, Cockpit, Admin and Welcome are configured with alike: the product's name in the title bar, and dates as people in the
// United Kingdom write them.
export default (name, more) => ({
  app: { vendor: 'Dovetail', name },
  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'D MMM YYYY, HH:mm',
    normal: 'D MMMM YYYY, HH:mm',
    long: 'dddd D MMMM YYYY, HH:mm',
    short: 'DD/MM/YYYY'
  },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  ...more
});
