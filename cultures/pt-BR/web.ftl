### The web app's frame: what every screen of it needs.

web-absent = Este é um servidor { -product }. Ele foi compilado sem o aplicativo web: `make run` inclui um. Qualquer cliente Matrix pode entrar aqui.

web-language = Idioma
web-starting = Abrindo suas conversas…
web-elsewhere-title = Aberto em outra janela
web-elsewhere = Suas conversas estão abertas em outra janela deste navegador. Elas só podem ficar em uma de cada vez.
web-elsewhere-button = Usar aqui
web-broken-title = Não foi possível abrir suas conversas
web-broken = Não foi possível ler o que está salvo neste navegador, ou o servidor não respondeu. Tente novamente; se não adiantar, saia da conta e entre outra vez.
web-broken-button = Tentar novamente

web-look = Aparência
web-look-system = Como no sistema
web-look-light = Claro
web-look-dark = Escuro
web-look-contrast = Alto contraste

web-update-title = Há uma nova versão
web-update = Recarregue para usá-la. O que você está escrevendo permanece.
web-update-button = Recarregar
