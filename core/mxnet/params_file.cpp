// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/params_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ParamsFile)
};

} // namespace

Result<ParamsFile> ParamsFile::open(const QString &path)
{
    const QString name = QDir::toNativeSeparators(path);
    ParamsFile params;
    params.m_file = std::make_shared<QFile>(path);
    if (!params.m_file->open(QIODevice::ReadOnly))
        return failure(Text::tr("%1 could not be opened: %2").arg(name, params.m_file->errorString()));
    const qint64 size = params.m_file->size();
    if (size == 0)
        return failure(Text::tr("%1 is empty").arg(name));
    const uchar *bytes = params.m_file->map(0, size);
    if (!bytes)
        return failure(Text::tr("%1 could not be read: %2").arg(name, params.m_file->errorString()));
    if (Result<> read = params.read(QByteArrayView(bytes, size), name); !read)
        return failure(read.error());
    return params;
}

Result<ParamsFile> ParamsFile::fromBytes(const QByteArray &bytes, const QString &name)
{
    ParamsFile params;
    params.m_bytes = bytes;
    if (Result<> read = params.read(params.m_bytes, name); !read)
        return failure(read.error());
    return params;
}

Result<> ParamsFile::read(QByteArrayView bytes, const QString &name)
{
    Result<ParamsContent> content = readParams(bytes, name);
    if (!content)
        return failure(content.error());
    m_content = std::make_shared<const ParamsContent>(std::move(*content));
    for (size_t i = 0; i < m_content->tensors.size(); ++i) {
        if (!m_content->tensors[i].name.isEmpty())
            m_byName.insert(m_content->tensors[i].name, static_cast<qsizetype>(i));
    }
    return {};
}

const TensorView *ParamsFile::find(const QString &name) const
{
    const auto found = m_byName.constFind(name);
    return found == m_byName.constEnd() ? nullptr : &m_content->tensors[*found];
}

} // namespace boxwright
