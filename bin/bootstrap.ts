/** The CDK entry of the delivery stack, deployed once per account by a person: `npx cdk deploy --app "node bin/bootstrap.ts"`. */
import { createDeliveryApp } from '../lib/infra/delivery/create-delivery-app.ts';
import { tellingFaults } from '../lib/infra/settings.ts';

await tellingFaults(() => void createDeliveryApp().app.synth());
