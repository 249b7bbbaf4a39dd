package de.visitenkarte.api.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Security headers of the port for operators, where nothing may be kept. */
final class AdminHeaderFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer) {
            HeaderFilter.setHeaders(http, answer);
            answer.setHeader("Cache-Control", "no-store");
            chain.doFilter(request, response);
            HeaderFilter.explain(answer);
        } else {
            chain.doFilter(request, response);
        }
    }
}
