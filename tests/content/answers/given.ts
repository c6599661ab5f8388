/**
 * Formulas of the answers that say nothing to be verified: what is supposed, which case is meant, how a thing is called, or a mistake that
 * is quoted. By exercise, whole as they stand.
 */
export const given: Record<string, string[]> = {
  "3.1.6-1.1": ["b=\\bar x"],
  "3.1.6-1.2": ["\\psi(r)=\\frac{\\mathrm d}{\\mathrm dr}\\log p(r)", "\\sum_ir_i=0"],
  "3.1.6-2.1": ["\\mathbf X\\in\\mathbb R^{n\\times d}", "\\mathbf y\\in\\mathbb R^n"],
  "3.1.6-2.3": ["\\mathbf v=\\mathbf 0", "\\mathbf w=\\mathbf X^{-1}\\mathbf y"],
  "3.1.6-2.4": ["n<d", "d=10^5"],
  "3.1.6-3.2": ["d=1", "\\sum_i\\operatorname{sign}(r_i)\\mathbf x^{(i)}=\\mathbf 0"],
  "3.1.6-3.3": ["r=0"],
  "3.2.9-1": ["\\hat{\\mathbf y}=\\mathbf 0", "\\mathbf H=\\mathbf X\\mathbf W_1", "\\hat{\\mathbf y}=\\mathbf H\\mathbf w_2"],
  "3.2.9-2": ["\\hat U=R\\,I+b"],
  "3.2.9-3": ["T=0.5"],
  "3.2.9-6": [
    "\\mathbf e=\\boldsymbol\\theta-\\boldsymbol\\theta^*",
    "\\hat{\\mathbf H}=\\frac1m\\sum\\mathbf a\\mathbf a^\\top",
    "\\mathbf a=(x_1,x_2,1)",
    "\\eta=1",
    "m=10",
  ],
  "3.3.9-2": ["\\delta=\\sigma", "\\sigma=1"],
  "3.3.9-3": ["\\hat{\\mathbf y}=\\mathbf X\\mathbf w+b"],
  "3.4.10-1.1": ["i=j", "i\\ne j", "l=-\\sum_jy_j\\log\\hat y_j"],
  "3.4.10-2.2": ["n=5", "k=\\lceil\\log_2N\\rceil", "n=4", "n=3"],
  "3.4.10-3.1": ["a\\ge b", "a=b", "\\ge"],
  "3.4.10-3.2": ["\\lambda>0", "\\lambda<0"],
  "3.4.10-3.3": ["\\lambda>0", "\\lambda\\to\\infty", "a=b", "a\\ne b", "\\lambda=1,2,5"],
  "3.4.10-3.4": ["\\mathrm{SoftMin}(a,b)=-\\log\\bigl(e^{-a}+e^{-b}\\bigr)", "\\lambda>0", "\\lambda\\to\\infty", "a=b=5"],
  "3.4.10-3.5": [
    "\\mathrm{RealSoftMax}(o_1,\\ldots,o_q)=\\log\\sum_{k=1}^qe^{o_k}",
    "\\lambda>0",
    "q\\ge2",
    "M=\\max_ko_k",
    "q-1\\ge1",
    "\\lambda\\to\\infty",
  ],
  "3.5.5-1": ["m=1", "m=256"],
  "3.5.5-2": ["p=0.2", "k=4", "k\\to\\infty"],
  "3.7.6-2": ["\\eta_t=0.1/(1+t/10)", "\\lambda=0.01"],
};
