const words = [
  ...['TOKEN', 'SECRET', 'SECRETS', 'PASSWORD', 'PASSWD', 'PASSPHRASE', 'CREDENTIAL', 'CREDENTIALS'],
  ...[
    'APIKEY',
    'API_KEY',
    'ACCESS_KEY',
    'ACCESSKEY',
    'PRIVATE_KEY',
    'SECRET_KEY',
    'SSH_KEY',
    'AUTH',
    'COOKIE',
  ],
];
const secretForm = new RegExp(`(^|_)(${words.join('|')})(_|$)`, 'i');

/**
 * Does an environment variable hold a secret, by its name? Values of an experiment are written down everywhere (plans,
 * locks, logs, reports), and no key of the language needs a secret, so these are never read.
 */
export function isSecretName(name: string): boolean {
  return secretForm.test(name);
}
