/** Every law the product knows, each with all its texts, oldest first. */
import type { LawId } from './law-ids.ts';
import type { Law } from './law.ts';
import { AU_APP } from './regimes/au-app.ts';
import { BR_LGPD } from './regimes/br-lgpd.ts';
import { CA_PIPEDA } from './regimes/ca-pipeda.ts';
import { CA_QC_LAW25 } from './regimes/ca-qc-law25.ts';
import { CH_FADP } from './regimes/ch-fadp.ts';
import { EU_GDPR } from './regimes/eu-gdpr.ts';
import { IN_DPDP } from './regimes/in-dpdp.ts';
import { JP_APPI } from './regimes/jp-appi.ts';
import { KR_PIPA } from './regimes/kr-pipa.ts';
import { SG_PDPA } from './regimes/sg-pdpa.ts';
import { TH_PDPA } from './regimes/th-pdpa.ts';
import { UK_GDPR, UK_GDPR_2018 } from './regimes/uk-gdpr.ts';
import { US_AL } from './regimes/us-al.ts';
import { US_CA_CCPA } from './regimes/us-ca-ccpa.ts';
import { US_CA_DELETE_ACT } from './regimes/us-ca-delete-act.ts';
import { US_CO } from './regimes/us-co.ts';
import { US_CT } from './regimes/us-ct.ts';
import { US_DE } from './regimes/us-de.ts';
import { US_FL } from './regimes/us-fl.ts';
import { US_IA } from './regimes/us-ia.ts';
import { US_IN } from './regimes/us-in.ts';
import { US_KY } from './regimes/us-ky.ts';
import { US_LA } from './regimes/us-la.ts';
import { US_MD } from './regimes/us-md.ts';
import { US_MN } from './regimes/us-mn.ts';
import { US_MT } from './regimes/us-mt.ts';
import { US_NE } from './regimes/us-ne.ts';
import { US_NH } from './regimes/us-nh.ts';
import { US_NJ } from './regimes/us-nj.ts';
import { US_NV } from './regimes/us-nv.ts';
import { US_OK } from './regimes/us-ok.ts';
import { US_OR } from './regimes/us-or.ts';
import { US_RI } from './regimes/us-ri.ts';
import { US_TN } from './regimes/us-tn.ts';
import { US_TX } from './regimes/us-tx.ts';
import { US_UT } from './regimes/us-ut.ts';
import { US_VA } from './regimes/us-va.ts';
import { US_VT } from './regimes/us-vt.ts';
import { US_WA_MHMDA } from './regimes/us-wa-mhmda.ts';
import { ZA_POPIA } from './regimes/za-popia.ts';

export const ALL_LAWS: Record<LawId, readonly Law[]> = {
  'eu-gdpr': [EU_GDPR],
  'uk-gdpr': [UK_GDPR_2018, UK_GDPR],
  'us-ca-ccpa': [US_CA_CCPA],
  'us-ca-delete-act': [US_CA_DELETE_ACT],
  'us-va': [US_VA],
  'us-co': [US_CO],
  'us-ct': [US_CT],
  'us-ut': [US_UT],
  'us-tx': [US_TX],
  'us-or': [US_OR],
  'us-mt': [US_MT],
  'us-fl': [US_FL],
  'us-de': [US_DE],
  'us-ia': [US_IA],
  'us-ne': [US_NE],
  'us-nh': [US_NH],
  'us-nj': [US_NJ],
  'us-tn': [US_TN],
  'us-mn': [US_MN],
  'us-md': [US_MD],
  'us-in': [US_IN],
  'us-ky': [US_KY],
  'us-ri': [US_RI],
  'us-nv': [US_NV],
  'us-wa-mhmda': [US_WA_MHMDA],
  'br-lgpd': [BR_LGPD],
  'ca-pipeda': [CA_PIPEDA],
  'ca-qc-law25': [CA_QC_LAW25],
  'ch-fadp': [CH_FADP],
  'jp-appi': [JP_APPI],
  'kr-pipa': [KR_PIPA],
  'in-dpdp': [IN_DPDP],
  'au-app': [AU_APP],
  'sg-pdpa': [SG_PDPA],
  'za-popia': [ZA_POPIA],
  'th-pdpa': [TH_PDPA],
  'us-ok': [US_OK],
  'us-la': [US_LA],
  'us-al': [US_AL],
  'us-vt': [US_VT],
};
