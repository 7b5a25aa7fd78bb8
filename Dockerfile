# claimcheck from this checkout: docker build -t claimcheck . && docker run --rm -i claimcheck extract - < article.txt
FROM python:3.13-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY claimcheck ./claimcheck
RUN pip wheel --no-cache-dir --wheel-dir /wheels '.[all,serve,mcp]'

FROM python:3.13-slim
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir --no-index --find-links /wheels 'claimcheck-nlp[all,serve,mcp]' && rm -r /wheels \
    && useradd --create-home claimcheck
USER claimcheck
WORKDIR /data
ENTRYPOINT ["claimcheck"]
CMD ["--help"]
