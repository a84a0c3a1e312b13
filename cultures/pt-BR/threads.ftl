### Threads: what was said about a message, apart from the conversation that it is in.

threads-title = Tópicos
threads-one = Tópico
threads-all = Todos os tópicos
threads-close = Fechar tópicos
threads-fetching = Carregando…
threads-more = Tópicos mais antigos
threads-none = Ainda não há tópicos. “Responder em um tópico” em uma mensagem começa um, para que um assunto à parte não encha a sala.
threads-failed = Não foi possível carregar os tópicos.
threads-missing = Este tópico não pode ser mostrado: a primeira mensagem não existe, foi enviada antes de você entrar, ou o servidor está inacessível.
