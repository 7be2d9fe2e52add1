import { type ImportAnswer, importAnswer, type ImportRequest } from '../../domain/office/import-protocol.ts';
import { type Promotion, promotion } from '../../domain/promotions/promotion.ts';
import {
  type PreviewAnswer,
  previewAnswer,
  type PreviewRequest,
  type PromotionPage,
  promotionPage,
  type PromotionQuery,
} from '../../domain/promotions/promotion-protocol.ts';
import type { Exchange } from './access-client.ts';

/** What the head office asks the server about promotions. */
export interface PromotionClient {
  promotions(query: Partial<PromotionQuery>): Promise<PromotionPage>;
  /** @param revision of the promotion that was shown; null for a new one. */
  changePromotion(changed: Promotion, revision: string | null): Promise<Promotion>;
  /** @param endsOn its last day, YYYY-MM-DD. */
  endPromotion(id: string, endsOn: string): Promise<Promotion>;
  previewPromotions(request: PreviewRequest): Promise<PreviewAnswer>;
  importPromotions(request: ImportRequest): Promise<ImportAnswer>;
}

type QueryText = (query: Readonly<Record<string, string | number | undefined>>) => string;

export function promotionClient(exchange: Exchange, queryText: QueryText): PromotionClient {
  const at = (id: string) => `/v1/promotions/${encodeURIComponent(id)}`;
  return {
    promotions: (query) => exchange(promotionPage, `/v1/promotions${queryText(query)}`),
    changePromotion: (changed, revision) => exchange(promotion, `${at(changed.id)}/change`, { promotion: changed, revision }),
    endPromotion: (id, endsOn) => exchange(promotion, `${at(id)}/end`, { endsOn }),
    previewPromotions: (request) => exchange(previewAnswer, '/v1/promotions/preview', request),
    importPromotions: (request) => exchange(importAnswer, '/v1/promotions/import', request),
  };
}
