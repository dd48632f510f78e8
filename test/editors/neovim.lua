-- A user's session in Neovim, without its window: opens an assessment, sees findings, asks for help and mends what is
-- wrong, by the functions that the keys of a real Neovim call. What was seen is written as JSON to the file that
-- VURDERT_RESULT names; test/editors/run.mjs judges it. Works in Neovim 0.7 and later.
--
-- vim.wait returns as soon as its condition holds: the time is when to give up, not a pause.
local LIMIT = 30000
local seen = { log = {}, messages = {} }

local function write()
  local file = assert(io.open(vim.env.VURDERT_RESULT, 'w'))
  file:write(vim.fn.json_encode(seen))
  file:close()
end

local exited -- the exit code, once the server has ended

local function await(what, condition)
  local ok = vim.wait(LIMIT, function() return exited ~= nil or condition() end, 10)
  if not ok or not condition() then error('kom ikke: ' .. what .. (exited and ' (tjeneren sluttet med ' .. exited .. ')' or '')) end
end

local function lines(buffer)
  return vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, false)
end

-- The first place of a plain text: line from 1, byte from 0, as Neovim's cursor counts.
local function place(text)
  for number, line in ipairs(lines()) do
    local at = line:find(text, 1, true)
    if at then return { number, at - 1 } end
  end
  error('står ikke i filen: ' .. text)
end

local function go(text)
  vim.api.nvim_win_set_cursor(0, place(text))
end

-- Later versions have renamed these.
local clients = vim.lsp.get_clients or vim.lsp.get_active_clients
local function refresh_lenses() vim.lsp.codelens.refresh() end

local folder = vim.env.VURDERT_FOLDER
local id = vim.lsp.start_client({
  name = 'vurdert',
  cmd = vim.fn.json_decode(vim.env.VURDERT_COMMAND),
  root_dir = folder,
  init_options = { ['språk'] = 'nb' }, -- whatever the machine's language is
  handlers = {
    ['window/logMessage'] = function(_, message) table.insert(seen.log, message.message) end,
    ['window/showMessage'] = function(_, message) table.insert(seen.messages, message.message) end,
  },
  on_exit = function(code) exited = code end,
})
assert(id, 'tjeneren startet ikke')

local function open(name)
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/' .. name))
  vim.bo.filetype = 'yaml'
  vim.lsp.buf_attach_client(0, id)
  return vim.api.nvim_get_current_buf()
end

local function findings(buffer)
  local list = {}
  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    local text = lines(buffer)[each.lnum + 1] or ''
    local user = (each.user_data or {}).lsp or {}
    table.insert(list, {
      code = each.code or user.code,
      line = each.lnum + 1,
      severity = each.severity,
      source = each.source,
      message = each.message,
      text = each.lnum == each.end_lnum and text:sub(each.col + 1, each.end_col) or nil,
    })
  end
  return list
end

local function has(buffer, code)
  for _, each in ipairs(findings(buffer)) do if each.code == code then return true end end
  return false
end

-- Answers Neovim's menu as a user would, by a part of the title; the titles are kept.
local function choosing(part, ask)
  local titles = {}
  local select = vim.ui.select
  local chosen = false
  vim.ui.select = function(items, options, choose)
    local found
    for _, item in ipairs(items) do
      local title = options.format_item and options.format_item(item) or tostring(item)
      table.insert(titles, title)
      if not found and title:find(part, 1, true) then found = item end
    end
    chosen = true
    choose(found)
  end
  ask()
  await('menyen med ' .. part, function() return chosen end)
  vim.ui.select = select
  return titles
end

local function session()
  seen.version = ('%d.%d.%d'):format(vim.version().major, vim.version().minor, vim.version().patch)

  -- Findings: of a whole sample, by themselves.
  local sample = open('visma-familia.dpia.yaml')
  await('funn', function() return #findings(sample) > 0 end)
  seen.findings = findings(sample)

  local client = vim.lsp.get_client_by_id(id)
  seen.capabilities = client.server_capabilities
  seen.encoding = client.offset_encoding

  -- Hover: the window that K opens.
  go('II.4.4:')
  vim.lsp.buf.hover()
  local function float()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
    end
  end
  await('hover', function() return float() ~= nil end)
  seen.hover = lines(vim.api.nvim_win_get_buf(float()))
  vim.api.nvim_win_close(float(), true)

  -- Outline, as the list of places.
  vim.fn.setqflist({})
  vim.lsp.buf.document_symbol()
  await('disposisjon', function()
    return #vim.fn.getqflist() > 0 or #vim.fn.getloclist(0) > 0
  end)
  seen.symbols = math.max(#vim.fn.getqflist(), #vim.fn.getloclist(0))
  pcall(vim.cmd, 'cclose')
  pcall(vim.cmd, 'lclose')

  -- A file with letters and signs of every length before what is wrong.
  local wrong = open('feil.dpia.yaml')
  await('funn om skrivemåten', function() return has(wrong, 'skrivemate') end)
  seen.wrong = findings(wrong)
  go('JA}')
  seen.actions = choosing('Bytt til', function() vim.lsp.buf.code_action() end)
  await('rettingen', function() return not has(wrong, 'skrivemate') end)
  seen.mended = lines(wrong)

  -- A lens whose command the server carries out.
  refresh_lenses()
  await('linser', function() return #vim.lsp.codelens.get(wrong) > 0 end)
  seen.lenses = {}
  for _, lens in ipairs(vim.lsp.codelens.get(wrong)) do
    table.insert(seen.lenses, { title = lens.command and lens.command.title, command = lens.command and lens.command.command, line = lens.range.start.line + 1 })
  end
  local before = #lines(wrong)
  for _, lens in ipairs(vim.lsp.codelens.get(wrong)) do
    if lens.command and lens.command.command == 'vurdert.settInnSvar' then
      client.request('workspace/executeCommand', { command = lens.command.command, arguments = lens.command.arguments }, nil, wrong)
      break
    end
  end
  await('svarene fra linsen', function() return #lines(wrong) > before end)
  seen.inserted = lines(wrong)

  -- Completion, as omnifunc asks for it.
  local answers = vim.lsp.buf_request_sync(wrong, 'textDocument/completion', {
    textDocument = vim.lsp.util.make_text_document_params(wrong), position = { line = 0, character = 11 },
  }, LIMIT)
  local answer = answers and answers[id] and answers[id].result or {}
  seen.completion = {}
  for _, item in ipairs(answer.items or answer) do
    table.insert(seen.completion, { label = item.label, format = item.insertTextFormat, command = item.command and item.command.command })
  end

  -- From a link to the file that it names.
  open('bydel/bibliotek/facebook.plm.yaml')
  go('facebook.ip.yaml')
  vim.lsp.buf.definition()
  await('filen som lenken viser til', function() return vim.api.nvim_buf_get_name(0):find('facebook.ip.yaml', 1, true) ~= nil end)
  seen.definition = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(0), ':t')

  -- A file that the server makes: the next assessment of the case.
  local ip = open('ny.ip.yaml')
  client.request('workspace/executeCommand', { command = 'vurdert.lagFra', arguments = { vim.uri_from_bufnr(ip), 'plm' } }, nil, ip)
  local path = folder .. '/ny.plm.yaml'
  await('den nye filen', function() return vim.fn.bufexists(path) == 1 and vim.fn.bufloaded(path) == 1 and #lines(vim.fn.bufnr(path)) > 10 end)
  local made = vim.fn.bufnr(path)
  seen.made = lines(made)

  -- Not one of ours: silence.
  local other = open('docker-compose.yaml')
  local silent = vim.lsp.buf_request_sync(other, 'textDocument/hover', {
    textDocument = vim.lsp.util.make_text_document_params(other), position = { line = 0, character = 2 },
  }, LIMIT)
  seen.other = { answered = silent ~= nil and silent[id] ~= nil, error = silent and silent[id] and silent[id].error ~= nil, findings = #findings(other) }

  -- The end, as :q has it.
  client.stop()
  await('slutten', function() return exited ~= nil end)
  seen.exit = exited
  seen.clients = #clients()
end

local ok, problem = xpcall(session, debug.traceback)
if not ok then seen.problem = problem end
write()
vim.cmd('qall!')
