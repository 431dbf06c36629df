import type { DatasetStage } from '../../../schema/stages/data.js';
import type { Download } from '../../../schema/generated/resolved.js';

/** What the experiment says of a list. */
export type UrlListConfig = Extract<DatasetStage['config']['source'], { kind: 'url-list' }>;

/** How the network is used. */
export type DownloadSettings = Download;

/** What decides how the picture of a URL is stored. */
export type PictureOptions = Pick<UrlListConfig, 'resolution' | 'resize' | 'format' | 'quality'>;

/** What is too large. */
export type PictureLimits = Pick<UrlListConfig, 'max_megabytes' | 'max_megapixels'>;
