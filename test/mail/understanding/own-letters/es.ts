/** Letters in Spanish. */
import type { OwnLetter } from './own-letter.ts';

export const ES: readonly OwnLetter[] = [
  { text: 'Hola, por favor borren mi cuenta y todos mis datos. Gracias, Ariel', asks: ['erasure'] },
  { text: 'Buenos días, quisiera saber qué datos tienen sobre mí. ¿Me pueden enviar una copia?', asks: ['access'] },
  { text: 'No borren mi cuenta, por favor. Solo quiero una copia de mis datos.', asks: ['access'] },
  { text: 'No quiero recibir más publicidad, quítenme de su lista.', asks: ['objection'] },
  {
    text: 'Mi apellido está mal escrito, corríjanlo por favor: es Ejemplez, con zeta. Quiero que corrijan mi apellido.',
    asks: ['rectification'],
  },
  { text: 'Retiro mi consentimiento para el uso de mis fotos.', asks: ['withdraw-consent'] },
  { text: 'Quiero llevarme mis datos en formato CSV a otra compañía.', asks: ['portability'] },
  {
    text: 'Hace dos meses les pedí una copia de mis datos y todavía no he recibido respuesta. ¿Qué pasa con mi solicitud?',
    asks: ['follow-up'],
  },
  { text: 'Envíenme todos los datos que tienen de mí y después eliminen mi cuenta.', asks: ['access', 'erasure'] },
  { text: 'Quiero presentar una queja: su empleado leyó mis datos médicos en voz alta.', asks: ['complaint'] },
  { text: '¡Rebajas de verano! 40 % en sillas. Si no desea recibir más ofertas, haga clic aquí para darse de baja.', asks: [] },
  { text: '¿Dónde está mi paquete? Pedido 8812.', asks: [] },
  { text: 'Me opongo a que usen mis compras para crear perfiles.', asks: ['objection'] },
  { text: 'En ejercicio de mi derecho de supresión (art. 17 RGPD), solicito que eliminen mis datos.', asks: ['erasure'] },
  { text: 'Por favor, denme de baja de la newsletter.', asks: ['objection'] },
  { text: 'Ejerzo mi derecho de oposición al tratamiento de mis datos con fines publicitarios.', asks: ['objection'] },
  { text: 'Les escribí hace un mes y nadie me contesta. ¿Cuándo voy a recibir mis datos?', asks: ['follow-up'] },
  { text: 'Deseo ejercer mi derecho de acceso y que me faciliten copia de mis datos.', asks: ['access'] },
  { text: 'Bloqueen el tratamiento de mis datos mientras comprueban si son correctos.', asks: ['restriction'] },
  { text: '¿Por qué han borrado mi cuenta? Quiero recuperarla.', asks: [] },
  {
    text: 'A quien corresponda:\n\nPor la presente, presento una reclamación de acuerdo con el artículo 77 RGPD. El 2026-10-01 envié una solicitud según el artículo 15 RGPD al siguiente responsable: Example GmbH.\n\nPor eso presento esta reclamación ante ustedes. Por favor, examinen esta práctica y hagan que cumplan mi solicitud. Si necesitan más detalles, no duden en contactarme.',
    asks: ['complaint'],
  },
  {
    text: 'A quien corresponda:\n\nPor la presente solicito la rectificación o compleción de mis datos personales inexactos según el artículo 16 RGPD.\n\nPor favor, realice los siguientes cambios:\nMi apellido es ahora Ejemplo.\nEn caso de que haya comunicado los datos a destinatarios, debe comunicarles mi solicitud de rectificación según el artículo 19 RGPD. Infórmeme también sobre dichos destinatarios.\n\nSegún el artículo 12(3) RGPD, debe confirmarme la rectificación sin dilación indebida.',
    asks: ['rectification'],
  },
  {
    text: 'Por la presente solicito la supresión inmediata de mis datos personales según el artículo 17 RGPD.\n\nPor favor, suprima todos los datos personales que me conciernen según el artículo 4(1) RGPD.\n\nSi he dado mi consentimiento para el tratamiento de mis datos, por la presente lo retiro para todo el proceso.\nAdemás, me opongo al tratamiento de mis datos personales (incluida la elaboración de perfiles), según el artículo 21(1) RGPD. Le solicito que limite el tratamiento de los datos que me conciernen a la espera de verificar si sus motivos legítimos prevalecen sobre los míos, según el art. 18(1)(d) RGPD.\n\nSi se opone a la supresión solicitada, debe justificármelo.',
    asks: ['erasure', 'objection'],
  },
];
