### Words that every page may need.

# Address: “você”. Words: sala, mensagem, dispositivo, conta, chave de recuperação, criptografado, mencionar, servidor. Wording that would name a gender is avoided.

-product = Hearth

common-form-error-title = Há um problema

## What went wrong, wherever it did.

common-error-unreached = Não foi possível acessar o servidor. Verifique sua conexão e tente novamente.
common-error-often =
    { $seconds ->
        [one] Muitas tentativas. Aguarde { $seconds } segundo e tente novamente.
       *[other] Muitas tentativas. Aguarde { $seconds } segundos e tente novamente.
    }
common-error-unknown = Algo deu errado no servidor. Tente novamente daqui a pouco.

common-close = Fechar
common-cancel = Cancelar
common-copy-failed = Não foi possível copiar. Selecione o texto para copiá-lo.
