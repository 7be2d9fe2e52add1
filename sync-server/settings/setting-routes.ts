import { z } from 'zod';
import { text } from '../../domain/base/text.ts';
import { saidOfSetting, settingChanges, settingList, settingRequest } from '../../domain/office/office-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { settingOfKey } from '../../domain/registry/settings.ts';
import { COMPANY } from '../../domain/settings/documents.ts';
import { actorOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { listChanges, listSettings } from './list-settings.ts';
import { saveSetting, type WriteRefusal } from './write-setting.ts';

const shared = { tags: ['head office'] };

function refusalOf(refusal: WriteRefusal, key: string): HttpRefusal {
  switch (refusal.code) {
    case 'wrong_level':
      return new HttpRefusal(400, {
        code: refusal.code,
        message: `${key} is not set on this level.`,
        field: 'level',
        fix: `Set it for: ${refusal.levels.join(', ')}.`,
      });
    case 'unknown_place':
      return new HttpRefusal(404, {
        code: refusal.code,
        message: `There is no ${refusal.level} ${refusal.id}.`,
        field: 'id',
        fix: 'List the stores or the registers.',
      });
    case 'bad_value':
      return new HttpRefusal(400, {
        code: refusal.code,
        message: `${key} cannot have this value: ${refusal.issue}`,
        field: ['value', refusal.path].filter((part) => part !== '').join('.'),
        fix: 'Send a value that fits the schema in GET /v1/settings.',
      });
  }
}

function listRoute(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/settings',
    {
      config: { access: 'settings' },
      schema: { ...shared, operationId: 'listSettings', summary: 'Every setting, and who says what', response: { 200: settingList } },
    },
    async () => ({ items: await listSettings(db) }),
  );
}

function changeRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/settings/:key',
    {
      config: { access: 'settings' },
      schema: {
        ...shared,
        operationId: 'changeSetting',
        summary: 'Changes what the company, a store or a register says about a setting',
        params: z.object({ key: text.max(80) }),
        body: settingRequest,
        response: { 200: saidOfSetting, 400: errorBody, 404: errorBody },
      },
    },
    async (request) => {
      const { key } = request.params;
      const definition = settingOfKey(key);
      if (definition === undefined) {
        throw new HttpRefusal(404, { code: 'unknown_setting', message: `There is no setting ${key}.`, field: 'key', fix: 'List them.' });
      }
      const { level: at, id = COMPANY, value } = request.body;
      const written = await saveSetting(db, definition, { level: at, id, value: value ?? undefined }, actorOf(request));
      if (!written.ok) throw refusalOf(written.refusal, key);
      return { level: at, id, value: written.value.values[key] ?? null };
    },
  );
}

function historyRoute(app: App, { db }: RouteContext): void {
  const query = z.strictObject({
    key: text.max(80).optional(),
    before: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  });
  app.get(
    '/v1/settings/changes',
    {
      config: { access: 'settings' },
      schema: {
        ...shared,
        operationId: 'listSettingChanges',
        summary: 'What was changed, by whom and when, the newest first',
        querystring: query,
        response: { 200: settingChanges },
      },
    },
    async (request) => ({ items: await listChanges(db, request.query) }),
  );
}

/** The head office reads and changes settings. */
export function settingRoutes(app: App, context: RouteContext): void {
  listRoute(app, context);
  historyRoute(app, context);
  changeRoute(app, context);
}
