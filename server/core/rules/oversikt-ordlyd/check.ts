import type { AcrossCheck } from '../../across/model.ts';
import { differing } from '../support/record-row.ts';

export const across: AcrossCheck = (context) => differing(context, 'words');
