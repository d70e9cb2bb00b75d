/** Every error of a bad configuration is named with its path, the class of the value and a remedy. */
import { badReferences } from './bad-references.ts';
import { badValues } from './bad-values.ts';
import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../../lib/domain/config/configuration-error.ts';
import type { ConfigurationInput } from '../../../lib/domain/config/configuration-input.ts';
import { defineQuittance } from '../../../lib/domain/config/define-quittance.ts';
import { contacts, loose, problemsAfter, raw, users } from './configuration-file.ts';

describe('a bad file', () => {
  it.each([...badValues, ...badReferences])('with %s is refused, with its place and a remedy', (_, change, path, remedy = /./) => {
    const problems = problemsAfter(change);
    expect(problems.map((problem) => problem.path)).toContain(path);
    expect(problems.filter((problem) => problem.path === path && remedy.test(problem.remedy))).not.toEqual([]);
  });

  it('is refused with all its problems at once', () => {
    const problems = problemsAfter((file) => {
      file['controller']!['zone'] = loose('Mars/Olympus');
      file['laws'] = loose(['GDPR']);
      users(file)['key'] = loose('nr');
      contacts(file)['erasure'] = loose('forget');
      contacts(file)['columns']!['note'] = loose(5);
      file['systems']!['shop']!['findAfter'] = loose(['erp']);
    });
    expect(problems.map(({ path }) => path).toSorted()).toEqual([
      'controller.zone',
      'laws.0',
      'systems.crm.datasets.contacts.columns.note',
      'systems.crm.datasets.contacts.erasure',
      'systems.shop.datasets.users.key',
      'systems.shop.findAfter.0',
    ]);
  });

  it('is refused with the class of what was found and never its value', () => {
    const changed = raw();
    changed['mailFrom'] = loose('maria.secret');
    changed['recipients']!['0']!['country'] = loose('Secretland');
    users(changed)['erasure'] = loose(42);
    expect(() => defineQuittance(changed as unknown as ConfigurationInput)).toThrow(ConfigurationError);
    try {
      defineQuittance(changed as unknown as ConfigurationInput);
    } catch (error) {
      const { message, problems, name } = error as ConfigurationError;
      expect(name).toBe('ConfigurationError');
      expect(message).not.toMatch(/secret/i);
      expect(problems.map(({ found }) => found)).toEqual(['a text', 'a text', 'a number']);
      for (const { path } of problems) expect(message).toContain(`- ${path}: found `);
    }
  });

  it.each([undefined, null, 'x', 7, []])('that is no object at all (%j) is refused, not crashed upon', (file) => {
    expect(() => defineQuittance(file as unknown as ConfigurationInput)).toThrow(ConfigurationError);
  });
});
