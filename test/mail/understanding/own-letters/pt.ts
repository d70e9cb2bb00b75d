/** Letters in Portuguese. */
import type { OwnLetter } from './own-letter.ts';

export const PT: readonly OwnLetter[] = [
  { text: 'Olá, por favor apaguem a minha conta e todos os meus dados. Obrigado, Noa', asks: ['erasure'] },
  { text: 'Bom dia, gostaria de saber que dados têm sobre mim. Podem enviar-me uma cópia?', asks: ['access'] },
  { text: 'Não apaguem a minha conta, só quero uma cópia dos meus dados.', asks: ['access'] },
  { text: 'Não quero receber mais publicidade, tirem-me da lista.', asks: ['objection'] },
  {
    text: 'A minha morada está errada, corrijam por favor. Peço que corrijam a minha morada para Rua do Exemplo 3.',
    asks: ['rectification'],
  },
  { text: 'Retiro o meu consentimento para o uso das minhas fotos.', asks: ['withdraw-consent'] },
  { text: 'Quero levar os meus dados em formato CSV para outra operadora.', asks: ['portability'] },
  { text: 'Há dois meses pedi uma cópia dos meus dados e ainda não recebi resposta.', asks: ['follow-up'] },
  { text: 'Enviem-me todos os dados que têm sobre mim e depois apaguem a minha conta.', asks: ['access', 'erasure'] },
  { text: 'Quero apresentar uma queixa: o vosso funcionário leu o meu diagnóstico em voz alta.', asks: ['complaint'] },
  { text: 'Saldos de verão! 40% em cadeiras. Se não quiser receber mais ofertas, clique aqui para cancelar a subscrição.', asks: [] },
  { text: 'Onde está a minha encomenda 5512?', asks: [] },
  { text: 'Com base na LGPD, art. 18, VI, solicito a eliminação dos meus dados.', asks: ['erasure'] },
  { text: 'Oponho-me à utilização dos meus dados para definição de perfis.', asks: ['objection'] },
  { text: 'Exerço o meu direito ao apagamento: eliminem tudo o que têm sobre mim.', asks: ['erasure'] },
  { text: 'Parem de me ligar!', asks: ['objection'] },
  { text: 'Quero que excluam meu cadastro.', asks: ['erasure'] },
  { text: 'Gostaria de receber uma cópia de tudo que vocês guardam sobre mim. Não quero apagar nada.', asks: ['access'] },
  {
    text: 'Venho por este meio opor-me ao tratamento dos meus dados pessoais para fins de comercialização direta, nos termos do artigo 21(2) do RGPD.\n\nSe dei o meu consentimento, retiro-o por este meio.\n\nPor favor, informe-me previamente se a oposição resultará na eliminação de uma conta que eu possa ter. Decidirei então.',
    asks: ['objection'],
  },
];
